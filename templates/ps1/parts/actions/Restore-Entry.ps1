# Undo starts and stops services around this, and has said before what it cannot undo: both count as settled here.
# What cannot be restored must not keep the others from it.
function Restore-Entry {
    param([Parameter(Mandatory)] [psobject] $Entry, [Parameter(Mandatory)] [string] $Journal)
    try {
        $isRestored = switch ($Entry.Action) {
            'set-aside' {
                # Noted first: an undo that is cut off behind it has brought it back.
                Add-RunNote -Text "restoring $($Entry.Number)" -Journal $Journal
                Restore-AsideItem -Path $Entry.Target -Aside $Entry.After
            }
            'service-start-type' { Restore-ServiceStartType -Name $Entry.Target -StartType $Entry.Before }
            'service-security' { Restore-ServiceSecurity -Name $Entry.Target -Sddl $Entry.Before }
            'registry-value' { Restore-RegistryValue -Target $Entry.Target -Before $Entry.Before }
            default { return $true }
        }
    }
    catch {
        Write-Verbose -Message "$($Entry.Target): $_"
        return $false
    }
    if ($isRestored) { Complete-JournalEntry -Number $Entry.Number -State 'undone' -Path $Journal }
    $isRestored
}
