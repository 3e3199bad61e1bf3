# Whom this PC belongs to: { Role (as Win32_ComputerSystem.DomainRole; -1: unknown), Domain, IsCloudJoined }.
function Get-Membership {
    $query = @{ ClassName = 'Win32_ComputerSystem'; OperationTimeoutSec = 30; ErrorAction = 'SilentlyContinue' }
    $computer = $null
    try { $computer = Invoke-WithLimit -Command 'Get-CimInstance' -Parameter $query -TimeoutSeconds 40 }
    catch { Write-Verbose -Message "$_" }
    $isMember = $computer -and $computer.DomainRole -notin 0, 2 -and $computer.PSObject.Properties['Domain']
    $joins = 'HKLM:\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo'
    [pscustomobject]@{
        Role          = if ($computer) { [int] $computer.DomainRole } else { -1 }
        Domain        = if ($isMember) { $computer.Domain } else { '' }
        IsCloudJoined = [bool] (Get-SubkeyName -Path $joins)
    }
}
