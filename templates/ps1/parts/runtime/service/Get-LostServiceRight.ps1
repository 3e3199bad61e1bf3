# Which rights to query (LC) and start (RP) a service SYSTEM (SY) and administrators (BA) lack, as "SY:RP". Rights
# stand as pairs of letters or as a number.
function Get-LostServiceRight {
    param([Parameter(Mandatory)] [string] $Sddl)
    $entries = @(($Sddl -creplace 'S:.*$') -split '[()]' | Where-Object { $_ -clike '*;*' })
    foreach ($who in 'SY', 'BA') {
        $groups = if ($who -eq 'SY') { 'SY', 'BA', 'AU', 'WD' } else { 'BA', 'AU', 'WD' }
        $found = @{ 'A:LC' = 0; 'A:RP' = 0; 'D:LC' = 0; 'D:RP' = 0 }
        foreach ($entry in $entries) {
            $type, $null, $rights, $null, $null, $trustee = $entry -split ';'
            if ($trustee -cnotin $groups) { continue }
            $pairs = @($rights -split '(..)' -ne '')
            $mask = if ($rights -clike '0x*') { [Convert]::ToInt64($rights, 16) } else { 0 }
            # GA, FA and KA hold both; GR is to read, GX is to start and stop.
            $all = ($mask -band 0x10000000) -or ($pairs | Where-Object { $_ -cin 'GA', 'FA', 'KA' })
            if ($all -or ($mask -band 0x80000004) -or $pairs -ccontains 'LC' -or $pairs -ccontains 'GR') {
                $found["${type}:LC"]++
            }
            if ($all -or ($mask -band 0x20000010) -or $pairs -ccontains 'RP' -or $pairs -ccontains 'GX') {
                $found["${type}:RP"]++
            }
        }
        foreach ($right in 'LC', 'RP') {
            if ($found["D:$right"] -or -not $found["A:$right"]) { "${who}:$right" }
        }
    }
}
