# Looked for before anything else: { Stops, Workers }. What stops changes of the computer - a restart that waits,
# an installation, little power or space, management of the PC - is nothing to a setting of one person. Policies
# are never changed.
function Get-Guard {
    [pscustomobject]@{
        Workers = @()
        Stops   = @(if ($script:HasProductGuard) { Test-ProductGuard })
    }
}
