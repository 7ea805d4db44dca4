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
    "Add files": "Bestanden toevoegen",
    "add icon": "toevoegen",
    "file upload": "bestanden kiezen",
    "Error:": "Niet gelezen:",
    "Upload failed": "Niet gelezen",
    "Increment": "Hoger",
    "Decrement": "Lager",
    "Selected values": "Gekozen",
    "Type to search": "Typ om te zoeken",
    "Search": "Zoeken",
    "Previous Result": "Vorige vondst",
    "Next Result": "Volgende vondst",
    "Close Search": "Zoeken sluiten",
    "Show/hide columns": "Kolommen tonen of verbergen",
    "Dataframe column menu": "Menu van de kolom",
    "Copy column name": "Kopieer de naam van de kolom",
    "Sort ascending": "Laagste eerst",
    "Sort descending": "Hoogste eerst",
    "Format": "Getalvorm",
    "Autosize": "Passende breedte",
    "Pin column": "Kolom vastzetten",
    "Unpin column": "Kolom losmaken",
    "Hide column": "Kolom verbergen",
    "Automatic": "Vanzelf",
    "Localized": "Volgens de browser",
    "Plain": "Zonder opmaak",
    "Compact": "Kort",
    "Dollar": "Dollar",
    "Percent": "Procent",
    "Scientific": "Wetenschappelijk",
    "Accounting": "Boekhouding",
    "Distance": "Afstand",
    "Duration": "Duur",
    "Calendar": "Kalender",
    "Empty": "Leeg",
    "No data": "Geen gegevens",
    "Add row": "Rij toevoegen",
    "Delete row(s)": "Rijen verwijderen",
    "Clear selection": "Wis keuze",
    "Clear date": "Wis datum",
    "Clear entry": "Wis",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
      "Met de pijltjes kiest u een datum. Enter neemt haar over, Escape sluit.",
    "Press Ctrl+Enter to submit form": "Druk op Ctrl+Enter",
    "Press \u2318+Enter to submit form": "Druk op \u2318+Enter",
    "Press Enter to submit form": "Druk op Enter",
    "Press Ctrl+Enter to apply": "Druk op Ctrl+Enter",
    "Press \u2318+Enter to apply": "Druk op \u2318+Enter",
    "Main menu": "Menu",
    "Navigate to home page": "Naar het begin",
    "Pagination": "Bladzijden",
    "Copy to clipboard": "Kopieer",
    "Copy": "Kopieer",
    "Try again": "Probeer het opnieuw",
    "Download failed": "Bewaren is niet gelukt",
    "Connection timed out.": "Geen verbinding.",
    "Unknown error": "Er ging iets mis",
    "Unknown Error": "Er ging iets mis",
    "Network Error": "Geen verbinding",
    "Streamlit server is not responding. Are you connected to the internet?":
      "De app antwoordt niet. Start hem opnieuw en herlaad deze bladzijde.",
    "Link to heading": "Link naar deze kop",
    "Notifications": "Meldingen",
    "number": "getal",
    "visualization": "grafiek",
    "axis": "as",
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
    [/^File must be ([\d.]+)([KMG]B) or smaller\.?$/,
      (m) => `Het bestand is te groot: het mag tot ${Number(m[1]).toLocaleString("nl-NL")} ${m[2]} zijn.`],
    [/^(Search|Show\/hide columns|Add row|Delete row\(s\)|Clear selection): (.*)$/, (m) => `${words[m[1]]}: ${m[2]}`],
    [/^(\d+|Over \d+) results?$/, (m) => `${m[1].replace("Over", "Meer dan")} gevonden`],
    [/^(\d+) of (\d+)$/, (m) => `${m[1]} van ${m[2]}`],
    [/^(\d+) of (\d+) results?$/, (m) => `${m[1]} van ${m[2]} gevonden`],
    [/^(\d+) options? available\.(.*)$/, (m) => `${m[1]} om uit te kiezen.`],
    [/^Choose date, (.+)$/, (m) => `Kies een datum, ${m[1]}`],
    [/^(?:\w+ )?mark( container)?$/, () => "onderdeel van de grafiek"],
    [/^([\d.]+)([KMG]?B)$/, (m) => `${m[1].replace(".", ",")} ${m[2]}`],
    [/^Page (\d+)$/, (m) => `Bladzijde ${m[1]}`],
    [/^([XY])-axis titled '(.*)' for a .* scale with values from (.+) to (.+)$/,
      (m) => `${m[1]}-as: ${m[2]}, van ${m[3]} tot ${m[4]}`],
    [/^([XY])-axis titled '(.*)' for a .* scale with .*$/, (m) => `${m[1]}-as: ${m[2]}`],
    [/^([XY])-axis for a .* scale with values from (.+) to (.+)$/, (m) => `${m[1]}-as, van ${m[2]} tot ${m[3]}`],
    [/^([XY])-axis for a .* scale with .*$/, (m) => `${m[1]}-as`],
    [/^View (\d+) more$/, (m) => `Nog ${m[1]}`],
    [/^Select (\d+) matches$/, (m) => `${m[1]} gevonden, alle kiezen`],
    [/^Selected date is (.+)$/, (m) => `Gekozen datum ${m[1]}`],
  ];
  const attributes = ["aria-label", "title", "placeholder", "alt", "aria-roledescription", "aria-valuetext"];

  // What stands in these is a user's or a citizen's own text.
  const own = "[data-testid=stMarkdownContainer], [data-testid=stHtml], [data-testid=stText], textarea, pre, code, table";

  const ours = "[data-testid=stFileUploader], [data-testid=stMainMenuList], [data-testid=stStatusWidget], " +
    "[data-testid=stHeaderActionElements], [role=application]";

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
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    if (isOwn(root)) {
      root.querySelectorAll(ours).forEach(translate);
      return;
    }
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
  // What was there before this script.
  translate(document.documentElement);
})();
