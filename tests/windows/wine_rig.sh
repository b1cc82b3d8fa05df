#!/bin/sh
# Unpacks a 64-bit Wine of Debian 13 into FOLDER and starts it once: wine_rig.sh FOLDER
#
# Nothing is installed and nothing outside FOLDER is written: the packages are unpacked, and run
# with the C library that comes with them. Debian 12's own Wine cannot run Deno. Needs apt-get with
# a Debian mirror, dpkg-deb, patchelf.
set -eu

folder=$(realpath -m "$1")
work=$folder/unpack
lib=$folder/usr/lib/x86_64-linux-gnu
wine=$folder/usr/lib/wine

# apt-get as if on an empty Debian 13, with the mirror that this machine uses
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -m1 '/debian/*$')
mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/debs"
: > "$work/status"
cat > "$work/trixie.sources" <<END
Types: deb
URIs: $mirror
Suites: trixie
Components: main
Architectures: amd64
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
END
cat > "$work/apt.conf" <<END
APT::Architecture "amd64";
APT::Architectures { "amd64"; };
APT::Install-Recommends "false";
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Dir::State::lists "$work/lists";
Dir::State::status "$work/status";
Dir::Cache "$work";
Dir::Etc::sourcelist "$work/trixie.sources";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::parts "/dev/null";
END
export APT_CONFIG="$work/apt.conf"
apt-get -qq update
# Of what Wine depends on, only what a program without windows touches
libraries=$(apt-get -qq install --print-uris libc6 libc-bin libgcc-s1 libunwind8 libfreetype6 \
  libfontconfig1 libz-mingw-w64 | sed -n "s/^'[^']*' \([^_ ]*\)_.*/\1/p")
# shellcheck disable=SC2086 # a list of names
(cd "$work/debs" && apt-get -qq download libwine wine64 $libraries)
for deb in "$work"/debs/*.deb; do
  dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$folder" --no-same-owner \
    --exclude=./usr/share/doc --exclude=./usr/share/man \
    --exclude='*/mshtml.dll' --exclude='*/wined3d.dll' --exclude='*/d3d*.dll' --exclude='*/jscript*.dll' \
    --exclude='*/msxml*.dll' --exclude='*/vbscript.dll' --exclude='*/quartz.dll' --exclude='*/opengl32.dll'
done

# What the package's installation does: this library counts as one of Wine's own
zlib=$folder/usr/x86_64-w64-mingw32/lib/zlib1.dll
{ head -c 64 "$zlib"; printf 'Wine builtin DLL'; head -c 16 /dev/zero; tail -c +97 "$zlib"; } \
  > "$lib/wine/x86_64-windows/zlib1.dll"
for program in wine64 wineserver64; do
  patchelf --set-interpreter "$lib/ld-linux-x86-64.so.2" --force-rpath --set-rpath "$lib" "$wine/$program"
done
ln -sf wineserver64 "$wine/wineserver"
ln -sfn . "$folder/usr/share/wine/wine" # where the server looks for its tables of characters

# This Wine aborts where TMPDIR is set
cat > "$folder/wine" <<END
#!/bin/sh
exec env -u TMPDIR WINEPREFIX="$folder/prefix" WINESERVER="$wine/wineserver64" WINELOADER="$wine/wine64" WINEDEBUG=-all \\
  LC_ALL=C.UTF-8 LOCPATH="$folder/usr/lib/locale" FONTCONFIG_PATH="$folder/etc/fonts" \\
  "$wine/\${WINE_PROGRAM:-wine64}" "\$@"
END
chmod +x "$folder/wine"
timeout -s KILL 120 "$folder/wine" wineboot --init
# Only when the server has gone is the registry on the disk
WINE_PROGRAM=wineserver64 timeout -s KILL 60 "$folder/wine" --wait
rm -rf "$work"
