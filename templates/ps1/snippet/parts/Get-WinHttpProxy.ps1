function Get-WinHttpProxy {
    $bytes = @(Get-RegistryValue 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections' 'WinHttpSettings')
    if ($bytes.Count -lt 17 -or $bytes[0] -isnot [byte] -or -not ($bytes[8] -band 2)) { return }
    $length = [BitConverter]::ToInt32([byte[]] $bytes, 12)
    if ($length -lt 1 -or $length -gt $bytes.Count - 16) { '?' } else { [Text.Encoding]::ASCII.GetString([byte[]] $bytes, 16, $length) }
}
