# A group policy names a server and says apart that it is used; the address of an MDM says both.
function Get-UpdateServer {
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $address = [string] (Get-RegistryValue -Path $policy -Name 'WUServer')
    $isUsed = (Get-RegistryValue -Path "$policy\AU" -Name 'UseWUServer') -eq 1
    if (-not $isUsed -or -not $address) {
        $mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
        $named = [string] (Get-RegistryValue -Path $mobile -Name 'UpdateServiceUrl')
        if ($named) { return [pscustomobject] @{ Address = $named; IsUsed = $true } }
    }
    [pscustomobject] @{ Address = $address; IsUsed = $isUsed }
}
