function Get-LostServiceRight([string] $Sddl) {
    $entries = ($Sddl -creplace 'S:.*$') -split '[()]' -clike '*;*'
    $names = @{ LC = '(LC|GR|GA|FA|KA)'; RP = '(RP|GX|GA|FA|KA)' }
    foreach ($who in 'SY', 'BA') {
        foreach ($right in 'LC', 'RP') {
            $found = @{ A = 0; D = 0 }
            foreach ($entry in $entries) {
                $type, $null, $rights, $null, $null, $trustee = $entry -split ';'
                $bits = if ($right -eq 'LC') { 0x90000004L } else { 0x30000010L }
                $hit = if ($rights -clike '0x*') { [Convert]::ToInt64($rights, 16) -band $bits } else { $rights -cmatch "^(..)*?$($names[$right])" }
                if ($hit -and $trustee -cin 'BA', 'AU', 'WD', $who) { $found[$type]++ }
            }
            if ($found.D -or -not $found.A) { "${who}:$right" }
        }
    }
}
