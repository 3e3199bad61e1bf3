param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Print'].RpcAuthnLevelPrivacyEnabled = 1
@{ Reason = ''; HResult = @() }
