# Whether <key>:<value> may be changed: of the person signed in, by its full plain path, owned by no policy.
function Test-RegistryTarget {
    param([Parameter(Mandatory)] [string] $Target)
    $owned = 'Policies', 'PolicyManager', 'Group Policy', 'Enrollments'
    $keys = 'SOFTWARE|Control Panel|Printers'
    $shape = "\AHKCU:\\(?:$keys)(?:\\(?!\.{1,2}[\\:])[A-Za-z0-9_. {}()-]+)+:[A-Za-z0-9_. -]+\z"
    if ($Target -cnotmatch $shape) { return $false }
    # Word by word: a pattern that ignores case misses an "i" in Turkish.
    -not ($Target -split '[\\:]' | Where-Object { $_ -in $owned })
}
