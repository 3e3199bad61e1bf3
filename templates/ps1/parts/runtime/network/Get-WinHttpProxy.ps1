# The proxy servers of services as one text, nothing without, "?" when unreadable. Byte 8 holds flags (2: named
# proxy), 12 the length of the text at 16.
function Get-WinHttpProxy {
    $key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'
    $bytes = @(Get-RegistryValue -Path $key -Name 'WinHttpSettings')
    if ($bytes.Count -eq 0) { return }
    if ($bytes.Count -lt 16 -or $bytes[0] -isnot [byte]) { return '?' }
    $bytes = [byte[]] $bytes
    if (-not ($bytes[8] -band 2)) { return }
    $length = [BitConverter]::ToInt32($bytes, 12)
    if ($length -lt 1 -or $length -gt $bytes.Count - 16) { return '?' }
    [Text.Encoding]::ASCII.GetString($bytes, 16, $length)
}
