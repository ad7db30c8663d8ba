# The files the program is made of. Generated folders are left out: they change without the program changing.
sources() {
    find "$root/src" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/global.json" \
        \( -name bin -o -name obj -o -name node_modules -o -name dist -o -path "$root/src/Changlai.App/wwwroot/assets" \) -prune \
        -o -type f "$@"
}
