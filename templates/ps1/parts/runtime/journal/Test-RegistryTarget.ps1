# Whether <key>:<value> may be changed: machine-wide, by its full plain path, owned neither by a policy nor by
# servicing.
function Test-RegistryTarget {
    param([Parameter(Mandatory)] [string] $Target)
    $owned = @(
        'Policies', 'PolicyManager', 'Group Policy', 'Enrollments', 'Component Based Servicing', 'RebootRequired'
    )
    $shape = '\AHKLM\\(?:SOFTWARE|SYSTEM)(?:\\(?!\.{1,2}[\\:])[A-Za-z0-9_. {}()-]+)+:[A-Za-z0-9_. -]+\z'
    if ($Target -cnotmatch $shape) { return $false }
    # Word by word: a pattern that ignores case misses an "i" in Turkish.
    -not ($Target -split '[\\:]' | Where-Object { $_ -in $owned })
}
