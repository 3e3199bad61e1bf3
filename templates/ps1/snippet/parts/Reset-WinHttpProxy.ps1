function Reset-WinHttpProxy {
    $key = 'Microsoft\Windows\CurrentVersion\Internet Settings\Connections'
    $reset = {
        & "$env:SystemRoot\System32\netsh.exe" winhttp reset proxy
        if ($LASTEXITCODE -ne 0) { throw "netsh ended with code $LASTEXITCODE." }
    }
    foreach ($software in 'SOFTWARE\WOW6432Node', 'SOFTWARE') {
        if (-not (Test-Path -LiteralPath "HKLM:\$software\$key")) { continue }
        $value = @(Get-RegistryValue "HKLM:\$software\$key" 'WinHttpSettings')
        $before = if ($value) { 'REG_BINARY:' + [BitConverter]::ToString([byte[]] $value).Replace('-', '') } else { 'absent' }
        Invoke-JournalledChange 'registry-value' "HKLM\$software\${key}:WinHttpSettings" $before 'any' $reset
    }
}
