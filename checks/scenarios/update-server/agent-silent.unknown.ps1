param($Windows)
# As if the service were disabled: its class cannot be made.
$Windows.Com.Remove('Microsoft.Update.ServiceManager')
