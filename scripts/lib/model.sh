# shellcheck shell=bash
# The expression model ships twice, in fp32 and in int8, and which is faster is for the processor to say.

choose_model() {
  local choice="build/model-choice.json" key
  # Other files or another runtime have to be timed anew, and so has a card that was put into another board.
  key="$(hash_of models/fer.json) $(package_version onnxruntime-node) $(processor)"
  stamped model "$key" && [[ -f $choice ]] && return

  say "Timing the expression model's two files on this machine (some seconds) …"
  if logged model node dist/src/vision/choose-model-main.js "$root/$choice"; then
    stamp model "$key"
  else
    # Nothing that music has to wait for: vision then runs the file that fer.json prefers.
    show_end_of_log model 3
    say "They could not be timed (see $(log_of model)); Mien runs all the same."
  fi
}

# A short word for this kind of processor.
processor() { { grep -E '^(model name|CPU implementer|CPU part|Model)' /proc/cpuinfo || true; } | sort -u | sha256sum | cut -c 1-16; }
