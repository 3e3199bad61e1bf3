# By what reports know this PC: a hash, which says no name and is another one in every product.
function Get-DeviceId {
    try {
        $guid = Get-RegistryValue -Path 'HKLM:\SOFTWARE\Microsoft\Cryptography' -Name 'MachineGuid'
        if (-not $guid) { return }
        $bytes = [Text.Encoding]::UTF8.GetBytes("$script:Product $guid".ToLowerInvariant())
        $hash = [Security.Cryptography.SHA256]::Create().ComputeHash($bytes)
        [BitConverter]::ToString($hash, 0, 16).Replace('-', '').ToLowerInvariant()
    }
    catch { Write-Verbose -Message "$_" }
}
