// Streamlit's own words are English. This turns the ones a user can meet here into Dutch.
(() => {
  const words = {
    "yyyy": "jjjj",
    "Upload": "Kies bestanden",
    "Browse files": "Kies bestanden",
    "Drag and drop files here": "Sleep bestanden hierheen",
    "Drag and drop file here": "Sleep een bestand hierheen",
    "Choose options": "Kies",
    "Choose an option": "Kies",
    "Select all": "Alles kiezen",
    "No results": "Niets gevonden",
    "No options to select": "Niets te kiezen",
    "Press Enter to apply": "Druk op Enter",
    "Clear all": "Wis alles",
    "Clear value": "Wis",
    "Running...": "Bezig…",
    "Stop": "Stop",
    "Rerun": "Opnieuw",
    "Settings": "Instellingen",
    "Print": "Afdrukken",
    "Record a screencast": "Scherm opnemen",
    "Record screen": "Scherm opnemen",
    "About": "Over",
    "Theme": "Thema",
    "Appearance": "Weergave",
    "System": "Systeem",
    "Light": "Licht",
    "Dark": "Donker",
    "Use system setting": "Volg het systeem",
    "Wide mode": "Breed",
    "Close": "Sluiten",
    "Fullscreen": "Volledig scherm",
    "Close fullscreen": "Volledig scherm sluiten",
    "Save as PNG": "Bewaar als PNG",
    "Save as SVG": "Bewaar als SVG",
    "View more": "Meer",
    "View less": "Minder",
    "View 1 more": "Nog 1",
    "Remove file": "Verwijder bestand",
    "Page not found": "Deze pagina bestaat niet",
    "The page that you have requested does not seem to exist. Running the app's main page.":
      "Kies een pagina in het menu links. Hier staat nu het begin van de app.",
    "Choose date": "Kies een datum",
    "Previous month": "Vorige maand",
    "Next month": "Volgende maand",
    "Collapse sidebar": "Menu inklappen",
    "Expand sidebar": "Menu uitklappen",
    "Open sidebar": "Menu openen",
    "Close sidebar": "Menu sluiten",
    "Sidebar": "Menu en selectie",
    "App pages": "Pagina's",
    "Skip to main content": "Naar de inhoud",
    "Open": "Openen",
    "Previous page": "Vorige bladzijde",
    "Next page": "Volgende bladzijde",
    "Connection error": "Geen verbinding",
    "Connecting...": "Verbinden…",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "De app is gestopt. Start hem opnieuw en herlaad deze bladzijde.",
  };
  const patterns = [
    [/^(?:Limit )?([\d.]+)([MG]B) per file(?: • (.*))?$/,
      (m) => `Tot ${m[1].replace(".", ",")} ${m[2]} per bestand${m[3] ? ` • ${m[3]}` : ""}`],
    [/^Remove (.+)$/, (m) => `Verwijder ${m[1]}`],
    [/^(.+) is not a valid file type\.?$/, (m) => `${m[1]}: dit soort bestand wordt niet gelezen.`],
    [/^(.+) files are not allowed\.?$/, (m) => `Bestanden van het soort ${m[1]} worden niet gelezen.`],
    [/^(Show data|Hide data|Show chart)(: .*)?$/, (m) => (m[1] === "Show data" ? "Toon de gegevens" : "Toon de grafiek")],
    [/^Download as (PNG|SVG)(: .*)?$/, (m) => `Bewaar als ${m[1]}`],
    [/^Copy Vega-Lite spec(: .*)?$/, () => "Kopieer de grafiek als code"],
    [/^(Close )?[Ff]ullscreen(: .*)?$/, (m) => (m[1] ? "Volledig scherm sluiten" : "Volledig scherm")],
    [/^(day|month|year), (.+)$/, (m) => `${{ day: "dag", month: "maand", year: "jaar" }[m[1]]}, ${m[2]}`],
    [/^View (\d+) more$/, (m) => `Nog ${m[1]}`],
    [/^Select (\d+) matches$/, (m) => `${m[1]} gevonden, alle kiezen`],
    [/^Selected date is (.+)$/, (m) => `Gekozen datum ${m[1]}`],
  ];
  const attributes = ["aria-label", "title", "placeholder"];

  // What stands in these is a user's or a citizen's own text.
  const own = "[data-testid=stMarkdownContainer], [data-testid=stHtml], [data-testid=stText], textarea, pre, code, table";

  const ours = "[data-testid=stFileUploader], [data-testid=stMainMenuList], [data-testid=stStatusWidget]";

  function isOwn(element) {
    return element !== null && element.closest(own) !== null && element.closest(ours) === null;
  }

  function dutch(text) {
    const plain = text.trim();
    if (words[plain] !== undefined) return text.replace(plain, words[plain]);
    for (const [pattern, write] of patterns) {
      const match = plain.match(pattern);
      if (match) return write(match);
    }
    return null;
  }

  function translate(root) {
    if (root.nodeType === Node.TEXT_NODE) {
      if (isOwn(root.parentElement)) return;
      const text = dutch(root.data);
      if (text !== null && text !== root.data) root.data = text;
      return;
    }
    if (root.nodeType !== Node.ELEMENT_NODE || isOwn(root)) return;
    for (const name of attributes) {
      const value = root.getAttribute(name);
      const text = value === null ? null : dutch(value);
      if (text !== null && text !== value) root.setAttribute(name, text);
    }
    root.childNodes.forEach(translate);
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "characterData") translate(change.target);
      else if (change.type === "attributes") translate(change.target);
      else change.addedNodes.forEach(translate);
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
})();
