param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Print'].RpcAuthnLevelPrivacyEnabled = 0
@{ Reason = 'unprotected'; HResult = @(); Evidence = @{ Value = 0 } }
