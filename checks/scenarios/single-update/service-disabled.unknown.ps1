param($Windows)
# The class starts the service, and cannot where it is disabled.
$Windows.Com['Microsoft.Update.Session'] = {
    throw [Runtime.InteropServices.COMException]::new('ERROR_SERVICE_DISABLED', 0x80070422)
}
@{ Reason = 'history-unreadable'; HResult = '0x80070422'; Evidence = @{ Code = '0x80070422' } }
