import { rowById } from '../graphql/row-by-id.js';
import { Company } from './company.entity.js';

export const companyById = rowById(Company, 'companies');
