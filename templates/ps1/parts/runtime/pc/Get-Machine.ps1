# Numbers and names that no language pack translates.
function Get-Machine {
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    # The variable of the process says x86 or AMD64 under emulation.
    $environment = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
    $processor = Get-RegistryValue -Path $environment -Name 'PROCESSOR_ARCHITECTURE'
    $installation = Get-RegistryValue -Path $version -Name 'InstallationType'
    $account = Get-Account
    [pscustomobject]@{
        Build        = [int] (Get-RegistryValue -Path $version -Name 'CurrentBuildNumber')
        Revision     = [int] (Get-RegistryValue -Path $version -Name 'UBR')
        EditionId    = [string] (Get-RegistryValue -Path $version -Name 'EditionID')
        Kind         = if ($installation -eq 'Client') { 'client' } else { 'server' }
        Architecture = if ($processor -eq 'AMD64') { 'x64' } else { "$processor".ToLowerInvariant() }
        Account      = $account.Kind
        Elevated     = $account.Elevated
    }
}
