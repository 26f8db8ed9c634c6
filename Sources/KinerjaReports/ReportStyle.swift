extension Report {
  /// The look of a report: readable on a phone, on a desk and on paper, light and dark.
  static let styleSheet = """
    :root { color-scheme: light dark; --ink: #1c2430; --soft: #5a6675; --line: #d8dee6;
      --paper: #ffffff; --wash: #f4f6f9; --accent: #17607d; --good: #1f7a4d;
      --attention: #9a6200; --problem: #b3261e; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #a3afbd;
      --line: #3a4553; --paper: #14191f; --wash: #1d242d; --accent: #6cc0e0;
      --good: #6fd3a0; --attention: #f0b95a; --problem: #ff8a80; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 66rem; color: var(--ink);
      background: var(--paper); font: 1rem/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif;
      overflow-wrap: break-word; }
    header { border-bottom: 3px solid var(--accent); margin-bottom: 1rem; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; }
    h2 { font-size: 1.3rem; margin: 2.4rem 0 .6rem; }
    h3 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; }
    .subtitle { color: var(--soft); margin: 0 0 1rem; }
    nav ol { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; padding: 0; margin: 0;
      list-style: none; font-size: .92rem; }
    a { color: var(--accent); }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
      gap: .8rem; margin: 1rem 0; }
    .figures div { background: var(--wash); border-radius: .5rem; padding: .7rem .9rem; }
    .figures dt { color: var(--soft); font-size: .86rem; }
    .figures dd { margin: 0; font-size: 1.5rem; font-weight: 600; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .93rem;
      font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
    th, td { text-align: left; padding: .38rem .7rem; border-bottom: 1px solid var(--line);
      vertical-align: top; }
    th { background: var(--wash); font-weight: 600; }
    .numeric { text-align: right; } td.numeric { white-space: nowrap; }
    code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .92em; }
    .mark { font-weight: 600; white-space: nowrap; }
    .mark.good { color: var(--good); } .mark.attention { color: var(--attention); }
    .mark.problem { color: var(--problem); }
    .mark.attention::before { content: "▲ "; } .mark.problem::before { content: "■ "; }
    .note { border-left: 4px solid var(--line); padding: .2rem 0 .2rem .9rem;
      color: var(--soft); }
    details { border: 1px solid var(--line); border-radius: .4rem; margin: .4rem 0;
      padding: .3rem .8rem; }
    summary { cursor: pointer; font-weight: 600; }
    details ul { padding-left: 1.1rem; } li { margin: .15rem 0; }
    figure { margin: 1rem 0; } figcaption { color: var(--soft); font-size: .92rem; }
    svg.bars { width: 100%; max-width: 38rem; height: auto; }
    svg.dots, svg.map { max-width: 100%; height: auto; }
    svg text { fill: var(--ink); font-size: 13px; }
    @media (max-width: 34rem) { body { padding: 1.2rem .9rem 3rem; } svg text { font-size: 16px; }
      td:first-child, th:first-child { position: sticky; left: 0; }
      td:first-child { background: var(--paper); } }
    svg .bar { fill: var(--accent); } svg .bar.good { fill: var(--good); }
    svg .bar.attention { fill: var(--attention); } svg .bar.problem { fill: var(--problem); }
    svg .axis { stroke: var(--soft); fill: none; }
    svg .interval { stroke: var(--ink); stroke-width: 1.5; fill: none; }
    svg .grid { stroke: var(--line); fill: none; } svg .band { fill: var(--wash); }
    svg .leader { stroke: var(--line); fill: none; } svg .dot { fill: var(--accent); }
    svg .dot.attention { fill: var(--attention); } svg .dot.problem { fill: var(--problem); }
    svg.dots .interval { stroke: var(--soft); }
    svg .interval.attention { stroke: var(--attention); }
    svg .interval.problem { stroke: var(--problem); }
    svg text.tick { fill: var(--soft); font-size: 12px; } svg text.head { font-weight: 600; }
    @media print { :root { color-scheme: light; --ink: #000000; --soft: #444444; --line: #bbbbbb;
        --paper: #ffffff; --wash: #eeeeee; --accent: #17607d; --good: #1f7a4d;
        --attention: #9a6200; --problem: #b3261e; }
      body { max-width: none; padding: 0; font-size: 10pt; } nav { display: none; }
      .scroll { overflow: visible; } table { font-size: 9pt; }
      th, td { padding: .25rem .45rem; } tr, figure, .figures, .note, li { break-inside: avoid; }
      h2, h3, caption, summary { break-after: avoid; }
      details::details-content { content-visibility: visible; block-size: auto; } }
    """
}
