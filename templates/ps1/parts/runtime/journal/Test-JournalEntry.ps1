# A journal steers what runs elevated, so only known actions on plain names and full local paths pass.
function Test-JournalEntry {
    param([Parameter(Mandatory)] [psobject] $Entry)
    $startTypes = 'automatic', 'delayed-automatic', 'demand', 'disabled', 'boot', 'system'
    # Nothing that could be taken for a switch; no relative part, stream or wildcard.
    $isService = $Entry.Target -cmatch '\A[A-Za-z0-9_.$][A-Za-z0-9_. $-]{0,250}\z'
    $name = '(?!\.{1,2}(?:\\|\z))[^\\/:*?"<>|\x00-\x1f]*[^\\/:*?"<>|\x00-\x1f. ]'
    $isPath = $Entry.Target -cmatch "\A[A-Za-z]:(?:\\$name)+\z"
    switch -CaseSensitive ($Entry.Action) {
        'service-start-type' {
            return $isService -and $Entry.Before -cin $startTypes -and $Entry.After -cin $startTypes
        }
        'stop-service' { return $isService -and $Entry.Before -ceq 'running' }
        'start-service' { return $isService -and $Entry.Before -ceq 'stopped' }
        'set-aside' {
            if (-not $isPath -or $Entry.Before -cne 'present') { return $false }
            $shape = '\A{0}\.mendsheet[1-9][0-9]{{0,5}}\z' -f [regex]::Escape($Entry.Target)
            return $Entry.After -cmatch $shape
        }
        'registry-value' {
            $data = @(
                'absent|no-key|REG_(?:DWORD|QWORD):0x[0-9a-f]{1,16}|REG_BINARY:(?:[0-9A-F]{2})*'
                'REG_(?:SZ|EXPAND_SZ|MULTI_SZ):[\s\S]*'
            ) -join '|'
            if (-not (Test-RegistryTarget -Target $Entry.Target)) { return $false }
            return $Entry.Before -cmatch "\A(?:$data)\z" -and $Entry.After -cmatch "\A(?:any|$data)\z"
        }
        'service-security' {
            $sddl = '\AD:[A-Za-z0-9;()-]+(?:S:[A-Za-z0-9;()-]+)?\z'
            return $isService -and $Entry.Before -cmatch $sddl -and $Entry.After -cmatch $sddl
        }
        'set-clock' { return $true }
        'repair-tool' { return $true }
        'restore-point' { return $true }
    }
    $false
}
