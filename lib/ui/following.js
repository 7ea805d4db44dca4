// A phone that follows: what the presenter shows, until its owner looks further; then back by "Volg weer".
(() => {
  const path = location.pathname.replace(/\/$/, ""), SILENT = 45000, AGAIN = 3000;
  const at = (id) => document.getElementById(id);
  let follows = true, shown = null, presented = null, source = null, heard = Date.now(), seen = document.body.dataset.versie;

  const who = () => {
    try {
      if (!localStorage.getItem("meekijken")) localStorage.setItem("meekijken", crypto.getRandomValues(new Uint32Array(4)).join(""));
      return localStorage.getItem("meekijken");
    } catch { return (who.once ??= String(Math.random())); }
  };

  const put = (now) => {
    shown = now.plaats;
    at("beeld").innerHTML = now.beeld;
    at("halte").textContent = now.halte;
    at("volg").hidden = follows;
  };
  // A stop that is asked for; false where there is no answer. A room that ended says so by itself.
  const show = async (place) => {
    const answer = await fetch(`${path}/beeld${place === null ? "" : `?halte=${place}`}`, { cache: "no-store" }).catch(() => null);
    if (answer?.status === 404) location.reload();
    if (!answer?.ok) return false;
    put(await answer.json());
    return true;
  };

  const connect = () => {
    if (source) source.close();
    heard = Date.now();
    source = new EventSource(`${path}/stroom?versie=${seen}`);
    source.onopen = () => { at("stil").hidden = true; };
    source.addEventListener("slag", () => { heard = Date.now(); });
    source.onerror = () => {
      at("stil").hidden = false;
      // What a proxy answers in place of the server ends a stream for good: try again by hand.
      if (source.readyState === EventSource.CLOSED) show(follows ? null : shown).finally(() => setTimeout(connect, AGAIN));
    };
    source.onmessage = (event) => {
      const now = JSON.parse(event.data);
      heard = Date.now();
      if (now.einde) { source.close(); location.reload(); return; }
      seen = event.lastEventId;
      presented = now.plaats;
      shown ??= presented;
      if (now.beeld !== undefined && (follows || shown === presented)) put(now);
    };
  };

  const leave = (step) => { follows = false; show(Math.max(0, (shown ?? presented ?? 0) + step)); };
  at("vorige").addEventListener("click", () => leave(-1));
  at("volgende").addEventListener("click", () => leave(1));
  at("volg").addEventListener("click", () => { follows = true; show(null); });
  at("beeld").addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-waarde]");
    if (!button) return;
    const place = Number(button.closest("[data-plaats]").dataset.plaats);
    const body = JSON.stringify({ plaats: place, wie: who(), waarde: Number(button.dataset.waarde) });
    const answer = await fetch(`${path}/gok`, { method: "POST", body }).catch(() => null);
    if (!answer || !answer.ok) return;
    for (const other of button.parentElement.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button));
  });
  // A phone that slept, or changed networks, has a connection that is gone without a word.
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") connect(); });
  window.addEventListener("online", connect);
  setInterval(() => {
    if (Date.now() - heard <= SILENT) return;
    at("stil").hidden = false;
    connect();
  }, 5000);
  connect();
})();
