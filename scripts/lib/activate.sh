# shellcheck shell=bash
# Makes a prepared release the one that runs: users, units, rules, sound, and the link that everything goes by.

# xwayland: Debian 12's cage does not start without it, and does not say that it needs it.
kiosk_packages=(cage xwayland chromium kbd fonts-noto-core fonts-noto-cjk)

# place_units FOLDER: what the system reads of a release. Each file takes its place in one step, and what an earlier release
# had and this one has not goes last: whenever the power goes, there are units with which Mien starts.
place_units() {
  local new="$etc/.mien-new" file gone
  rm -rf "$new"
  mkdir -p "$new"/{systemd/system,sysusers.d,tmpfiles.d,modules-load.d,udev/rules.d}
  cp -rL "$1"/systemd/system/. "$new/systemd/system/"
  cp "$1/systemd/sysusers.d/mien.conf" "$new/sysusers.d/"
  cp "$1/systemd/tmpfiles.d/mien.conf" "$new/tmpfiles.d/"
  cp "$1/systemd/modules-load.d/mien.conf" "$new/modules-load.d/"
  cp "$1/systemd/udev/rules.d/70-mien.rules" "$new/udev/rules.d/"
  chmod -R u=rwX,go=rX "$new"
  sync -f "$new"
  # What give_sound and give_restarts have made of this machine is in no release.
  gone=$(placed_files "$etc" | grep -vxFf <(placed_files "$new") | grep -vE '/(sound|restarts)\.conf$') || true
  while read -r file; do
    mkdir -p "$etc/$(dirname "$file")"
    mv -fT "$new/$file" "$etc/$file"
  done < <(placed_files "$new")
  while read -r file; do [[ -z $file ]] || rm -f "${etc:?}/$file"; done <<<"$gone"
  rm -rf "$new"
  sync -f "$etc"

  systemd-sysusers "$etc/sysusers.d/mien.conf"
  systemd-tmpfiles --create "$etc/tmpfiles.d/mien.conf"
  # A kernel that lacks one of them has it built in, or has no such devices.
  xargs -a <(grep -v '^#' "$etc/modules-load.d/mien.conf") -n 1 modprobe --quiet || true
  reload_rules
}

# give_restarts: a daemon that is started again is no failure that the safe mode is for. Older systemd goes by that, 254
# and newer want to be told, in a word that older ones complain about.
give_restarts() {
  local version
  version=$(systemctl --version | sed -n '1s/^systemd \([0-9]*\).*/\1/p')
  ((version >= 254)) || return 0
  printf '%s\n' '# Made by scripts/install for systemd 254 and newer.' '[Service]' 'RestartMode=direct' \
    >"$etc/systemd/system/mien.service.d/restarts.conf"
}

# In a container there is no udevd: the machine around it has it, and gives the devices.
reload_rules() {
  [[ -S /run/udev/control ]] || return 0
  udevadm control --reload
  udevadm trigger --subsystem-match=hidraw --subsystem-match=input
}

# placed_files FOLDER: those of Mien's that are there.
placed_files() {
  (cd "$1" && find systemd/system sysusers.d tmpfiles.d modules-load.d udev/rules.d -type f -path '*/*mien*' 2>/dev/null) || true
}

remove_units() {
  rm -rf "$etc"/systemd/system/mien.service* "$etc"/systemd/system/mien-*
  rm -f "$etc"/{sysusers.d,tmpfiles.d,modules-load.d}/mien.conf "$etc/udev/rules.d/70-mien.rules"
}

# give_sound FOLDER: PipeWire as a service of user mien, which lingers: started with the system, without anybody being
# logged in. The daemon finds its socket by the user's number, and where there is none mpv takes ALSA by itself.
give_sound() {
  local number drop_in folder="$data/.config/wireplumber"
  number=$(id -u mien)
  # For WirePlumber's two ways of being told something; each leaves the other alone. As mien, whose folder it is: root
  # would follow whatever links are there.
  if ! {
    runuser -u mien -- mkdir -p "$folder"/{main.lua.d,wireplumber.conf.d} &&
      runuser -u mien -- install -m 644 "$1/systemd/wireplumber/60-mien.lua" "$folder/main.lua.d/" &&
      runuser -u mien -- install -m 644 "$1/systemd/wireplumber/60-mien.conf" "$folder/wireplumber.conf.d/"
  }; then
    say "WirePlumber keeps its own first volume, which is low (see docs/install.md, Sound)."
  fi
  loginctl enable-linger mien ||
    say "No PipeWire for user mien: mpv plays to ALSA (see docs/install.md, Sound)."
  for drop_in in "$etc"/systemd/system/{mien,mien-safe}.service.d; do
    mkdir -p "$drop_in"
    printf '%s\n' '# Made by scripts/install: the number of user mien is another one on each system.' \
      '[Unit]' "Wants=user@$number.service" "After=user@$number.service" \
      '[Service]' "Environment=PIPEWIRE_RUNTIME_DIR=/run/user/$number" >"$drop_in/sound.conf"
  done
}

# switch_to FOLDER: in one step, so that a power cut leaves either release.
switch_to() {
  ln -sfn "$1" "$opt/current.next"
  mv -T "$opt/current.next" "$opt/current"
  sync -f "$opt"
}

# activate FOLDER: that release is the one that runs from now on.
activate() {
  place_units "$1"
  give_restarts
  give_sound "$1"
  switch_to "$1"
  systemctl daemon-reload
  systemctl reset-failed mien.service 2>/dev/null || true
  systemctl enable --quiet mien.service
  systemctl enable --quiet mien-trial.service
  systemctl reset-failed mien-update.path mien-update.service 2>/dev/null || true
  systemctl enable --quiet --now mien-update.path
  systemctl restart mien.service ||
    fail "mien.service does not start. What it says: $(journalctl -u mien.service -n 1 -o cat --no-pager). All of it: journalctl -u mien -n 50"
  tell_of_swap
}

# tell_of_swap: where the kernel does not control memory, or keeps no account of swap, systemd passes over MemorySwapMax=
# and says nothing. A Raspberry Pi's firmware starts the kernel so. Told by what mien.service has got, where it runs.
tell_of_swap() {
  local group cure why
  # Where control groups are of the first version, as in some containers, it is not for this kernel's command line to say.
  [[ -f $cgroups/cgroup.controllers ]] || return 0
  group=$(systemctl show --property=ControlGroup --value mien.service 2>/dev/null) || true
  [[ ! -f $cgroups$group/memory.swap.max ]] || return 0
  if ! grep -qw memory "$cgroups/cgroup.controllers"; then
    why="without control of memory (cgroup_disable=memory)"
    cure="Add cgroup_enable=memory to"
  elif [[ $group == /?* && -d $cgroups$group ]]; then
    why="without an account of swap (swapaccount=0)"
    cure="Take swapaccount=0 out of"
  else
    return 0
  fi
  say "Memory of Mien, with pictures of the camera in it, can get into swap: this kernel was started $why. $cure its command line (on a Raspberry Pi: the line in /boot/firmware/cmdline.txt) and start the machine anew."
}

# The screen, where there is one and nothing else uses it.
give_screen() {
  case $1 in
    no) return ;;
    auto)
      grep -qsx connected /sys/class/drm/*/status || return 0
      if systemctl is-enabled --quiet display-manager.service 2>/dev/null; then
        say "This system has a desktop, so its screen is left alone; --kiosk gives it to Mien."
        return
      fi
      ;;
  esac
  install_debian_packages "${kiosk_packages[@]}"
  systemctl disable --quiet --now display-manager.service 2>/dev/null || true
  systemctl enable --quiet mien-kiosk.service
  systemctl restart mien-kiosk.service
}
