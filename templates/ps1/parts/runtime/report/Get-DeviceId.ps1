# By what reports know this PC: the id that Entra gave it, else a hash, which is another one in every product.
function Get-DeviceId {
    try {
        if (Get-SubkeyName -Path 'HKLM:\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo') {
            $tool = "$env:SystemRoot\System32\dsregcmd.exe"
            $said = (Invoke-NativeTool -Path $tool -ArgumentList '/status' -TimeoutSeconds 20).Lines
            if ("$said" -match '\bDeviceId : ([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\b') {
                return $Matches[1].ToLowerInvariant()
            }
        }
    }
    catch { Write-Verbose -Message "$_" }
    try {
        $guid = Get-RegistryValue -Path 'HKLM:\SOFTWARE\Microsoft\Cryptography' -Name 'MachineGuid'
        if (-not $guid) { return }
        $bytes = [Text.Encoding]::UTF8.GetBytes("$script:Product $guid".ToLowerInvariant())
        $hash = [Security.Cryptography.SHA256]::Create().ComputeHash($bytes)
        [BitConverter]::ToString($hash, 0, 16).Replace('-', '').ToLowerInvariant()
    }
    catch { Write-Verbose -Message "$_" }
}
