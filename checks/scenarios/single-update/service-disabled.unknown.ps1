param($Windows)
# The class starts the service, and cannot where it is disabled.
$Windows.Com['Microsoft.Update.Session'] = {
    throw [Runtime.InteropServices.COMException]::new('ERROR_SERVICE_DISABLED', 0x80070422)
}
