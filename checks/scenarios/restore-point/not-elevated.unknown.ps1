param($Windows)
# Only administrators may list restore points: that none came is no proof that there is none.
$Windows.Cim.SystemRestore = { throw [UnauthorizedAccessException]::new('Zugriff verweigert') }
@{
    Reason   = 'accessDenied'
    HResult  = @()
    Evidence = @{ ErrorLine = '*'; ErrorType = 'System.UnauthorizedAccessException' }
}
