// A phone that follows: what the presenter shows, until its owner looks further; then back by "Volg weer".
(() => {
  const code = document.body.dataset.code, path = `${location.pathname.replace(/\/$/, "")}`;
  const at = (id) => document.getElementById(id);
  let follows = true, shown = null, presented = null, source = null;

  const who = () => {
    try {
      if (!localStorage.getItem("meekijken")) localStorage.setItem("meekijken", crypto.getRandomValues(new Uint32Array(4)).join(""));
      return localStorage.getItem("meekijken");
    } catch { return (who.once ??= String(Math.random())); }
  };

  const show = async (place) => {
    const answer = await fetch(`${path}/beeld${place === null ? "" : `?halte=${place}`}`, { cache: "no-store" }).catch(() => null);
    if (!answer || !answer.ok) { if (answer && answer.status === 404) location.reload(); return; }
    const now = await answer.json();
    shown = now.plaats;
    at("beeld").innerHTML = now.beeld;
    at("halte").textContent = now.halte;
    at("volg").hidden = follows;
  };

  const connect = () => {
    if (source) source.close();
    source = new EventSource(`${path}/stroom`);
    source.onopen = () => { at("stil").hidden = true; };
    source.onerror = () => { at("stil").hidden = false; };
    source.onmessage = (event) => {
      const now = JSON.parse(event.data);
      if (now.einde) { source.close(); location.reload(); return; }
      presented = now.plaats;
      if (follows || shown === presented) show(follows ? null : shown);
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
  // A phone that slept comes back with a connection that is gone without a word.
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") connect(); });
  window.addEventListener("online", connect);
  connect();
})();
