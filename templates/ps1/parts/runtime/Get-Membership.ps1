# Whom this PC belongs to: { Role (as Win32_ComputerSystem.DomainRole; -1: unknown), Domain, IsCloudJoined }.
function Get-Membership {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    $query = @{ ClassName = 'Win32_ComputerSystem'; OperationTimeoutSec = 30; ErrorAction = 'SilentlyContinue' }
    $computer = try { Invoke-WithLimit -Command 'Get-CimInstance' -Parameter $query -TimeoutSeconds 40 } catch { $null }
    $isMember = $computer -and $computer.DomainRole -notin 0, 2
    [pscustomobject]@{
        Role          = if ($computer) { [int] $computer.DomainRole } else { -1 }
        Domain        = if ($isMember -and $computer.PSObject.Properties['Domain']) { $computer.Domain } else { '' }
        IsCloudJoined = [bool] (Get-SubkeyName -Path 'HKLM:\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo')
    }
}
