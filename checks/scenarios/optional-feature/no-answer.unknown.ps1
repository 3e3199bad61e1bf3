param($Windows)
$Windows.Cim.Remove('Win32_OptionalFeature')
@{ Reason = 'unreadable'; HResult = @(); Evidence = @{ Error = 'WriteErrorException' } }
