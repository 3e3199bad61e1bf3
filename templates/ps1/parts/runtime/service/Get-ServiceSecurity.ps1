# In SDDL, which no language of Windows translates; nothing when it cannot be read. sc.exe shows it to those whom
# the list itself lets read it, the registry to every administrator.
function Get-ServiceSecurity {
    param([Parameter(Mandatory)] [string] $Name)
    $splat = @{ Path = "$env:SystemRoot\System32\sc.exe"; ArgumentList = 'sdshow', $Name; TimeoutSeconds = 30 }
    $answer = Invoke-NativeTool @splat
    if ($answer.ExitCode -eq 0 -and -not $answer.TimedOut) {
        return $answer.Lines | ForEach-Object { $_.Trim() } |
            Where-Object { $_ -cmatch '\AD:[A-Za-z0-9:;()-]+\z' } | Select-Object -First 1
    }
    $key = "HKLM:\SYSTEM\CurrentControlSet\Services\$Name\Security"
    $descriptor = Get-RegistryValue -Path $key -Name 'Security'
    if ($descriptor) { ConvertTo-DaclText -Descriptor $descriptor }
}
