# Undo starts and stops services around this, and has said before what it cannot undo: both count as settled here.
function Restore-Entry {
    param([Parameter(Mandatory)] [psobject] $Entry, [Parameter(Mandatory)] [string] $Journal)
    $isRestored = switch ($Entry.Action) {
        'set-aside' { Restore-AsideItem -Path $Entry.Target -Aside $Entry.After }
        'service-start-type' { Restore-ServiceStartType -Name $Entry.Target -StartType $Entry.Before }
        'service-security' { Restore-ServiceSecurity -Name $Entry.Target -Sddl $Entry.Before }
        'registry-value' { Restore-RegistryValue -Target $Entry.Target -Before $Entry.Before }
        default { return $true }
    }
    if ($isRestored) { Complete-JournalEntry -Number $Entry.Number -State 'undone' -Path $Journal }
    $isRestored
}
