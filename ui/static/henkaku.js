// What Streamlit cannot do from Python: the document's language, the way back to the top, copying a link,
// remembering a seat in a workshop, going on after a connection that broke at the wrong moment.
// The pages work without it.
(() => {
  const YEAR = 31536000;
  const MONTH = 2592000;
  const PATIENCE = 3000;
  let place = null;
  let wasUp = null;
  let alarm = 0;

  const follow = () => {
    const mark = document.querySelector(".hk.place");
    if (!mark) return;
    const { language, place: now } = mark.dataset;
    if (document.documentElement.lang !== language) {
      document.documentElement.lang = language;
      document.cookie = `henkaku_lang=${language};path=/;max-age=${YEAR};samesite=lax`;
    }
    if (place !== null && place !== now) {
      document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    }
    place = now;
    remember("henkaku_seat", document.querySelector(".hk.seat")?.dataset.seat, MONTH);
    remember("henkaku_brand", document.querySelector(".hk.brandmark")?.dataset.brand, YEAR);
  };

  // Somebody who scans the QR code again is led back to the same seat instead of taking another one; rounds
  // begun in this browser carry its brand. "none" takes the cookie away.
  const remember = (name, value, age) => {
    const kept = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
    if (!value || kept === `${name}=${value}` || (value === "none" && !kept)) return;
    const secure = location.protocol === "https:" ? ";secure" : "";
    const seconds = value === "none" ? 0 : age;
    document.cookie = `${name}=${value};path=/;max-age=${seconds};samesite=lax${secure}`;
  };

  // Where the connection broke just as a run began, Streamlit has given up the timers of the run before and
  // not yet heard of the new one: once it is connected again it asks for nothing, and a phone would neither
  // follow the room nor save the choice it shows. Its own key for running again sends all choices once more.
  const goOn = () => {
    const app = document.querySelector("[data-test-connection-state]");
    if (!app) return;
    const isUp = app.dataset.testConnectionState === "CONNECTED";
    if (!isUp || app.dataset.testScriptState !== "notRunning") clearTimeout(alarm);
    else if (wasUp === false) {
      alarm = setTimeout(() => document.dispatchEvent(new KeyboardEvent("keydown", { key: "r" })), PATIENCE);
    }
    if (isUp || wasUp !== null) wasUp = isUp;
  };

  const copy = async (event) => {
    const button = event.target.closest?.("button[data-copy]");
    if (!button) return;
    // Without HTTPS there is no clipboard: the link is marked, to be copied by hand.
    if (!navigator.clipboard) {
      getSelection().selectAllChildren(button.previousElementSibling);
      return;
    }
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
  };

  // Streamlit's field for files is there but unseen: it speaks English only.
  const choose = (event) => {
    const button = event.target.closest?.("button[data-choose]");
    if (button) document.querySelector(`.st-key-${button.dataset.choose} input[type="file"]`)?.click();
  };

  // A file that is made when it is asked for takes a moment: the link says so, and why if it was not made.
  const take = async (event) => {
    const link = event.target.closest?.("a[data-busy]");
    if (!link) return;
    event.preventDefault();
    if (link.getAttribute("aria-busy") === "true") return;
    const state = link.nextElementSibling;
    const label = link.textContent;
    link.setAttribute("aria-busy", "true");
    link.style.minWidth = `${link.offsetWidth}px`;
    link.textContent = state.textContent = link.dataset.busy;
    state.classList.remove("bad");
    let failure = "";
    try {
      const response = await fetch(link.href);
      if (response.ok) save(await response.blob(), response.headers.get("Content-Disposition") ?? "");
      else failure = await response.text();
    } catch {
      failure = link.dataset.failed;
    }
    link.removeAttribute("aria-busy");
    link.textContent = label;
    state.textContent = failure;
    state.classList.toggle("bad", failure !== "");
  };

  const save = (file, disposition) => {
    const name = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? "henkaku";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = decodeURIComponent(name);
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  const watch = () => {
    follow();
    goOn();
  };

  new MutationObserver(watch).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["data-language", "data-place", "data-test-connection-state", "data-test-script-state"],
    childList: true,
    subtree: true,
  });
  document.addEventListener("click", copy);
  document.addEventListener("click", choose);
  document.addEventListener("click", take);
})();
