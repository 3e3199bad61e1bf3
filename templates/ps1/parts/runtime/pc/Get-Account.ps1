function Get-Account {
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = New-Object -TypeName Security.Principal.WindowsPrincipal -ArgumentList $identity
    [pscustomobject]@{
        Kind     = if ($identity.IsSystem) { 'system' } else { 'user' }
        Elevated = $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
    }
}
