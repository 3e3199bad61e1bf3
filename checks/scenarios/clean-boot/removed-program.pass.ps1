param($Windows)
# The program of a running service was removed, or its path cannot be read.
$Windows.Cim.Win32_Service += [pscustomobject]@{
    DisplayName = 'Gone'; PathName = 'C:\Program Files\Gone Tool\gone.exe -k'; State = 'Running'
}
$Windows.Cim.Win32_Service += [pscustomobject]@{ DisplayName = 'Hidden'; PathName = $null; State = 'Running' }
@{ Reason = ''; HResult = @(); Evidence = @{ Others = 0; SwitchedOff = 0 } }
