// What Streamlit cannot do from Python: the document's language, the way back to the top, copying a link,
// remembering a seat in a workshop.
// The pages work without it.
(() => {
  const YEAR = 31536000;
  const MONTH = 2592000;
  let place = null;

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

  new MutationObserver(follow).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["data-language", "data-place"],
    childList: true,
    subtree: true,
  });
  document.addEventListener("click", copy);
})();
