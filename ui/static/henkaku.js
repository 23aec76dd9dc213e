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
    remember(document.querySelector(".hk.seat")?.dataset.seat);
  };

  // Somebody who scans the QR code again is led back to the same seat instead of taking another one.
  const remember = (seat) => {
    if (!seat || document.cookie.split("; ").includes(`henkaku_seat=${seat}`)) return;
    const secure = location.protocol === "https:" ? ";secure" : "";
    document.cookie = `henkaku_seat=${seat};path=/;max-age=${MONTH};samesite=lax${secure}`;
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
})();
