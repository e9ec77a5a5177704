// Plays a video once its button is pressed. Until then nothing is fetched from the website that keeps it.
for (const screen of document.querySelectorAll("[data-video][hidden]")) {
  screen.hidden = false;
  screen.querySelector("[data-video-play]").addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = screen.dataset.video;
    frame.title = screen.dataset.videoTitle;
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    screen.replaceChildren(frame);
    frame.focus();
  }, { once: true });
}
