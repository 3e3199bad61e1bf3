param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Print'].RpcAuthnLevelPrivacyEnabled = 7
@{ Reason = 'unreadable'; HResult = @(); Evidence = @{ Value = 7 } }
