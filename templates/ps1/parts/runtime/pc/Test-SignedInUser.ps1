# Whether a person runs this without elevation, so that HKCU and the profile are that person's. Elevated, they may
# be those of whoever confirmed the window, and SYSTEM has its own.
function Test-SignedInUser {
    $account = Get-Account
    $account.Kind -eq 'user' -and -not $account.Elevated
}
