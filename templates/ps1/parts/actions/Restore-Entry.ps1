# Undoes one planned change of a path, a value or the settings of a service, and notes it. Services are started and
# stopped around all of these, and what cannot be undone was said before; both count as settled here.
function Restore-Entry {
    [CmdletBinding()]
    [OutputType([bool])]
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
