# shellcheck shell=bash
# The OpenCV addon, against Debian's own OpenCV and only those of its modules that Mien uses.

opencv_modules=(CORE IMGPROC IMGCODECS VIDEOIO HIGHGUI OBJDETECT)
opencv_addon="node_modules/opencv4nodejs/build/Release/opencv4nodejs.node"
opencv_headers="build/opencv-headers"
# Where Debian lies that is compiled against, and what it calls its machine; scripts/lib/cross.sh sets others.
sysroot=""
triplet=""

ensure_opencv() {
  local version opencv
  version=$(package_version opencv4nodejs)
  opencv=$(dpkg-query -W -f='${Version}' libopencv-core-dev)
  ensure_addon opencv "$opencv_addon" "$version $opencv" compile_opencv \
    "the OpenCV addon (2 minutes on a PC, longer on a small board)"
}

# The addon asks opencv_modules.hpp what there is and would link all of it, so it gets a shorter one first in
# its include path. Without the environment its build would fetch and compile OpenCV itself.
compile_opencv() {
  local module
  mkdir -p "$opencv_headers/opencv2"
  for module in "${opencv_modules[@]}"; do
    grep -x "#define HAVE_OPENCV_$module" "$sysroot/usr/include/opencv4/opencv2/opencv_modules.hpp" ||
      { echo "Debian's OpenCV lacks the module $module" >&2 && return 1; }
  done >"$opencv_headers/opencv2/opencv_modules.hpp"

  OPENCV4NODEJS_DISABLE_AUTOBUILD=1 \
    OPENCV_INCLUDE_DIR="$PWD/$opencv_headers" \
    OPENCV_LIB_DIR="$sysroot/usr/lib/${triplet:-$(gcc -dumpmachine)}" \
    OPENCV_BIN_DIR=/usr/bin \
    CXXFLAGS="-I$sysroot/usr/include/opencv4 -O2 -g0 -w ${sysroot:+-ffile-prefix-map=$sysroot=}" \
    LDFLAGS="${sysroot:+--sysroot=$sysroot}" \
    node_gyp node_modules/opencv4nodejs || return
  # It looks for its libraries where they lay when it was linked, and that is not where they will lie.
  [[ -z $sysroot ]] || patchelf --set-rpath "\$ORIGIN:/usr/lib/$triplet" "$opencv_addon"
}
