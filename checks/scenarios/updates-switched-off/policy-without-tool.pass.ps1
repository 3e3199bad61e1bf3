param($Windows)
# Half of what the tool leaves is nobody's.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry["$policy\AU"] = @{ AUOptions = 1 }
@{ Reason = 'by-policy'; HResult = @(); Evidence = @{ Policies = 'AUOptions'; Tool = '' } }
