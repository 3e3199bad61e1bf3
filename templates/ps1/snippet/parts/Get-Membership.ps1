function Get-Membership {
    $computer = Get-CimInstance -ClassName Win32_ComputerSystem -OperationTimeoutSec 30
    $cloud = 'HKLM:\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo'
    $domain = if ($computer.DomainRole -notin 0, 2) { $computer.Domain }
    [pscustomobject]@{ Role = $computer.DomainRole; Domain = $domain; IsCloudJoined = [bool] (Get-SubkeyName $cloud) }
}
