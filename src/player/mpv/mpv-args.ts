/** How mpv is started: for sound alone, and deaf to everything but our socket. */
export function mpvArgs(options: { audioDevice: string; socket: string }): string[] {
  return [
    "--no-config",
    "--idle=yes",
    "--no-terminal",
    "--no-video",
    "--audio-display=no",
    `--input-ipc-server=${options.socket}`,
    `--audio-device=${options.audioDevice}`,
    // What it may take by itself. SDL, which mpv tries last of all, ends it with a segmentation fault where PulseAudio
    // has no sink (mpv 0.35 of Debian 12).
    ...(options.audioDevice === "auto" ? ["--ao=pipewire,pulse,alsa"] : []),
    "--audio-client-name=Mien",
    "--gapless-audio=weak",
    // What follows is opened before the song ends: a disk that has gone to sleep would leave a gap.
    "--prefetch-playlist=yes",
    // The library's gain comes with each load; applied here too it would count twice.
    "--replaygain=no",
    // Above 100 mpv amplifies, and clips.
    "--volume-max=100",
    "--hr-seek=yes",
    "--resume-playback=no",
    // A music file is hostile until shown otherwise: one that is really a playlist, an EDL, an archive or a
    // download page must not make mpv open anything else. With lavf forced, playlists are not recognised at all.
    "--demuxer=+lavf",
    "--access-references=no",
    "--autoload-files=no",
    "--cover-art-auto=no",
    "--demuxer-lavf-o=protocol_whitelist=file",
    "--ytdl=no",
    "--load-scripts=no",
    "--load-auto-profiles=no",
    "--load-stats-overlay=no",
    "--osc=no",
    "--no-input-default-bindings",
    "--input-media-keys=no",
  ];
}
