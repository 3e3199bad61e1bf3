param($Windows)
$Windows.Cim.Win32_Service = { throw [TimeoutException]::new('The operation timed out.') }
@{
    Reason   = 'unreadable'
    HResult  = @()
    Evidence = @{ Error = 'TimeoutException'; Others = 0; SwitchedOff = 0 }
}
