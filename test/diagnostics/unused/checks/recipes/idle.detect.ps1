New-Finding -Status 'Ok'
