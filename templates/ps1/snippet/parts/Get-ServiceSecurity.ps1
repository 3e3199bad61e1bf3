function Get-ServiceSecurity([string] $Name) {
    & "$env:SystemRoot\System32\sc.exe" sdshow $Name | Where-Object { $_ -cmatch '^D:' } | Select-Object -First 1
}
