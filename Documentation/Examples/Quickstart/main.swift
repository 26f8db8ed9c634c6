print("Kinerja")
