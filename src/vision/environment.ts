// What the native libraries read from the environment when they are loaded. `opencv.ts` and `expression-model.ts`
// import this first, so that nobody can load them without it.

// With tracking, V8's collector aborts the process once many Mats are alive; they are all released by hand.
process.env.OPENCV4NODEJS_DISABLE_EXTERNAL_MEM_TRACKING = "1";
// Failures are told in Mien's own words; OpenCV's and FFmpeg's would only fill the log.
process.env.OPENCV_LOG_LEVEL = "SILENT";
process.env.OPENCV_FFMPEG_LOGLEVEL = "-8";
// A camera that opens and gives no picture is given up by OpenCV after 5 s, and its read comes back. In seconds.
process.env.OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT = "5";
// RTSP over TCP, which no firewall between and no lost packet spoils; its server has 5 s (in microseconds) to answer.
process.env.OPENCV_FFMPEG_CAPTURE_OPTIONS = "rtsp_transport;tcp|timeout;5000000";
// ONNX Runtime from 1.29 on collects what is run on which machine, and sends it to its maker. Not here.
process.env.ORT_DISABLE_TELEMETRY = "1";
