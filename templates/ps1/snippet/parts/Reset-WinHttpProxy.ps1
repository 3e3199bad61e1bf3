function Reset-WinHttpProxy {
    $key = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'
    $value = @(Get-RegistryValue "HKLM:\$key" 'WinHttpSettings')
    $before = if ($value) { 'REG_BINARY:' + [BitConverter]::ToString([byte[]] $value).Replace('-', '') } else { 'absent' }
    Invoke-JournalledChange 'registry-value' "HKLM\${key}:WinHttpSettings" $before 'any' {
        & "$env:SystemRoot\System32\netsh.exe" winhttp reset proxy
        if ($LASTEXITCODE -ne 0) { throw "netsh ended with code $LASTEXITCODE." }
    }
}
