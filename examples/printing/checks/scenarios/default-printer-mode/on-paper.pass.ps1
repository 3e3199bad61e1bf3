param($Windows)
@{ Status = 'Ok'; Reason = ''; HResult = @(); Evidence = @{ Printer = 'Office'; Mode = '' } }
