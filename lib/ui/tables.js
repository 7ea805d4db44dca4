// Tables: a click on a head sorts by its column, and what is copied brings lines and numbers, not the colours of the page.
(() => {
  const value = (cell) => {
    const number = cell?.dataset.v;
    return number === undefined ? null : Number(number);
  };

  function compare(one, other, way) {
    const [a, b] = [value(one), value(other)];
    if (a !== null && b !== null) return way * (a - b);
    // What has no number (too few answers) stays below, whatever the order.
    if (a !== null || b !== null) return a === null ? 1 : -1;
    return way * one.innerText.localeCompare(other.innerText, "nl");
  }

  function sort(button) {
    const head = button.closest("th");
    const table = head.closest("table");
    const place = [...head.parentElement.children].indexOf(head);
    const body = table.tBodies[0];
    const rows = [...body.rows].filter((row) => !row.classList.contains("km-total"));
    const last = [...body.rows].filter((row) => row.classList.contains("km-total"));
    const isNumber = rows.some((row) => value(row.cells[place]) !== null);
    // Numbers begin with the highest, names with the A.
    const first = isNumber ? "descending" : "ascending";
    const now = head.getAttribute("aria-sort");
    const wanted = now === null ? first : now === "ascending" ? "descending" : "ascending";
    const way = wanted === "ascending" ? 1 : -1;
    rows.sort((one, other) => compare(one.cells[place], other.cells[place], way));
    body.append(...rows, ...last);
    for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", wanted);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button.km-sort");
    if (button) sort(button);
  });

  function wrapped(range) {
    const copied = document.createElement("div");
    const part = range.cloneContents();
    let around = range.commonAncestorContainer;
    if (around.nodeType !== Node.ELEMENT_NODE) around = around.parentElement;
    // A selection within a table has lost what is around it.
    const names = [];
    for (let above = around; above && above.closest("table"); above = above.parentElement) {
      names.push(above.tagName);
      if (above.tagName === "TABLE") break;
    }
    let inside = part;
    for (const name of names.filter((name) => ["TR", "TBODY", "THEAD", "TABLE"].includes(name))) {
      const element = document.createElement(name);
      element.append(inside);
      inside = element;
    }
    copied.append(inside);
    return copied;
  }

  function plain(copied) {
    for (const caption of copied.querySelectorAll("caption")) caption.remove();
    for (const small of copied.querySelectorAll("td small")) small.replaceWith(` (${small.innerText || small.textContent})`);
    for (const button of copied.querySelectorAll("button, abbr, a")) button.replaceWith(...button.childNodes);
    for (const table of copied.querySelectorAll("table")) {
      table.setAttribute("border", "1");
      table.setAttribute("cellspacing", "0");
    }
    for (const element of copied.querySelectorAll("*")) {
      const isNumber = element.classList.contains("km-number");
      for (const { name } of [...element.attributes])
        if (!["border", "cellspacing", "scope", "colspan"].includes(name)) element.removeAttribute(name);
      if (isNumber) element.setAttribute("align", "right");
    }
    return copied.innerHTML.replaceAll("\u00ad", "");
  }

  document.addEventListener("copy", (event) => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    const range = selection.getRangeAt(0);
    const tables = [...document.querySelectorAll("table.km-table")].filter((table) => range.intersectsNode(table));
    if (tables.length === 0) return;
    event.clipboardData.setData("text/html", plain(wrapped(range)));
    event.clipboardData.setData("text/plain", selection.toString().replaceAll("\u00ad", ""));
    event.preventDefault();
  });
})();
